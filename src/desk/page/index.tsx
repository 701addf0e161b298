import { render } from 'preact';

const place = document.getElementById('desk');
if (place) render(<p>The desk</p>, place);
